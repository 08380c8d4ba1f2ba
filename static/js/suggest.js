// Titles that have what is typed so far, under the fields of search; without script one simply searches.
export function suggestTitles(fields) {
  for (const field of fields) {
    const list = document.createElement("datalist");
    list.id = `${field.id}-titles`;
    field.after(list);
    field.setAttribute("list", list.id);
    let waiting = 0;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => fill(field, list), 200);
    });
  }
}

async function fill(field, list) {
  const asked = field.value.trim();
  if (!asked) return list.replaceChildren();
  try {
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(asked)}`);
    if (!answer.ok || asked !== field.value.trim()) return;
    list.replaceChildren(...(await answer.json()).map((title) => Object.assign(document.createElement("option"), { value: title })));
  } catch {
    list.replaceChildren();
  }
}
