// Keys go to the reader from the first one on, without a click, and to the link that
// opens it again once it has ended.
const body = document.body;
new MutationObserver(() => {
  const wanted = body.matches(".-closed") ? ".ended a" : ".xterm-helper-textarea";
  if (body.matches(".-loaded")) document.querySelector(wanted).focus();
}).observe(body, { attributeFilter: ["class"] });
