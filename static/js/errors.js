// Take the reader to the summary of what needs changing.
export function focusErrors(summary) {
  if (summary) summary.focus();
}
