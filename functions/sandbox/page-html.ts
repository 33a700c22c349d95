/** A text as it may stand in a page, also inside an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A page without script or style; `tags` are added as they are, at its end. */
export const pageHtml = (title: string, lines: readonly string[], tags: readonly string[] = []): string =>
  [
    '<!doctype html>',
    `<html lang="zh"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    ...tags,
    '</body></html>',
  ].join('\n')
