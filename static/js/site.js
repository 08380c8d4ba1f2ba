// What makes pages nicer with script; every page works without it.
import { guardForms } from "./guard.js";
import { submitFiltersOnChange } from "./filters.js";
import { focusErrors } from "./errors.js";
import { copyOnClick } from "./copy.js";
import { scrollByKeyboard } from "./wide.js";
import { suggestTitles } from "./suggest.js";
import { followOutline, offerCitation } from "./reading.js";

guardForms(document.querySelectorAll("form[data-guard]"));
submitFiltersOnChange(document.querySelectorAll("form[data-filters]"));
focusErrors(document.querySelector(".error-summary"));
copyOnClick(document.querySelectorAll("[data-copy]"));
followOutline(document.querySelector(".outline"));
offerCitation(document.querySelector("[data-copy-word]"));
scrollByKeyboard(document.querySelectorAll(".table-scroll"));
suggestTitles(document.querySelectorAll("[data-suggest]"));
