import { bodyOf, type Draft } from './inputs/draft.ts'
import { targetOf } from './wire.ts'

/** What is repeated is shown once. */
const shortened = (text: string): string =>
  text.replace(/(.{1,8}?)\1{19,}/gs, (whole, unit: string) => `«${unit}»×${whole.length / unit.length}`)

const quoted = (text: string): string => `'${shortened(text).replaceAll("'", "'\\''")}'`

const MOST_SHOWN = 2000

const bytesShown = (body: Buffer): string => {
  const text = body.toString()
  const isText = Buffer.from(text).equals(body)
  const shown = isText ? JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"') : body.toString('latin1')
  const cut = shortened(shown)
  return cut.length > MOST_SHOWN ? `${cut.slice(0, MOST_SHOWN)}… (${body.length} bytes)` : cut
}

/** A request as a line for a shell, as good as it can be read; what is repeated is written `«unit»×times`. */
export const curlLine = (url: string, draft: Draft): string => {
  const body = bodyOf(draft)
  const headers = draft.headers.map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`)
  const data = body === undefined ? '' : ` --data-binary $'${bytesShown(body).replaceAll("'", "\\'")}'`
  return `curl -X ${draft.method} ${quoted(`${url}${targetOf(draft)}`)}${headers.join('')}${data}`
}
