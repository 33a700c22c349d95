import type { Route } from '../../../shared/http/route.ts'
import type { Sample } from '../../flows/callers/samples.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A request while it is being made. `path` and `query` are still encoded; `body` is what `json` is once it is bytes. */
export type Draft = {
  method: string
  path: string
  query: string
  headers: [name: string, value: string][]
  json?: Json
  body?: Buffer
}

/** Makes a request worse. */
export type Change = (draft: Draft) => Draft

const QUOTE = '@@'

/** A value of JSON as it is written, for what no value in JavaScript is written like. */
export const written = (text: string): Json => `${QUOTE}${text}${QUOTE}`

const WRITTEN = /"@@((?:[^"\\@]|\\.|@(?!@))*)@@"/g

/** JSON with what is to stand there literally. */
export const jsonText = (json: Json): string =>
  JSON.stringify(json).replace(WRITTEN, (_whole, inside: string) => JSON.parse(`"${inside}"`))

/** The bytes of the body, if there is one. */
export const bodyOf = ({ body, json }: Draft): Buffer | undefined =>
  body ?? (json === undefined ? undefined : Buffer.from(jsonText(json)))

/** Every byte that may not stand in an address, escaped; halves of surrogate pairs become what UTF-8 has for them. */
export const escaped = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte)
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`
  }).join('')

/** A request that fits its route, or fits it so far. */
export const draftOf = (route: Pick<Route, 'method' | 'path'>, sample: Sample): Draft => {
  const { params = {}, query = {}, headers = {}, body, text } = sample
  const typed = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  return {
    method: route.method === 'ANY' ? 'POST' : route.method,
    path: route.path.replace(/\{(\w+)\+?\}/g, (_whole, name: string) => escaped(params[name] ?? '')),
    query: Object.entries(query)
      .map((pair) => pair.map(escaped).join('='))
      .join('&'),
    headers: Object.entries(typed),
    ...(body !== undefined && { json: body as Json }),
    ...(text !== undefined && { body: Buffer.from(text) }),
  }
}
