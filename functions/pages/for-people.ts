const HTML = ['text/html', 'application/xhtml+xml']
const ANYTHING = ['*/*', 'text/*']

const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json')

/** What is looked at of a request; `accept` as the header says it. */
type Asked = { method: string; accept: string | undefined }

const typesIn = (accept: string): string[] =>
  accept
    .toLowerCase()
    .split(',')
    .map((one) => one.replace(/;.*/, '').trim())

/** Whether HTML is asked for by its name, as browsers do when they open a page. */
export const asksForHtml = ({ method, accept = '' }: Asked): boolean =>
  (method === 'GET' || method === 'HEAD') && typesIn(accept).some((one) => HTML.includes(one))

/**
 * Whether a page is the answer where there is one: to whoever takes HTML. Programs that name JSON and not HTML are told as everywhere
 * that no route is there.
 */
export const takesPage = (asked: Asked): boolean => {
  const types = typesIn(asked.accept || '*/*')
  return asksForHtml(asked) || (types.some((one) => ANYTHING.includes(one)) && !types.some(isJson))
}
