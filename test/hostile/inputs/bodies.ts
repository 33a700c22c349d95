import { gzipSync } from 'node:zlib'
import fc, { type Arbitrary } from 'fast-check'
import { bodyOf, type Change, type Json, jsonText, written } from './draft.ts'
import { hostileJson, hostileName, placesIn, withAt } from './json-values.ts'
import { hostileText } from './texts.ts'

const onJson =
  (change: (json: Json) => Json | undefined): Change =>
  (draft) =>
    draft.json === undefined || draft.body ? draft : { ...draft, json: change(draft.json) }

const placeOf = (json: Json, nth: number) => {
  const places = placesIn(json)
  // The whole is one of many, and rarely what matters.
  return places[places.length > 1 ? 1 + (nth % (places.length - 1)) : 0] ?? []
}

/** One value, or all of it, is another; one is missing; one is there that nobody asked for, or twice. */
const structural: Arbitrary<Change> = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.nat(100), hostileJson)
      .map(([nth, value]) => onJson((json) => withAt(json, placeOf(json, nth), value))),
    weight: 8,
  },
  { arbitrary: fc.nat(100).map((nth) => onJson((json) => withAt(json, placeOf(json, nth), undefined))), weight: 1 },
  {
    arbitrary: fc.tuple(hostileName, hostileJson).map(([name, value]) => onJson((json) => withAt(json, [name], value))),
    weight: 2,
  },
  { arbitrary: hostileJson.map((value) => onJson(() => value)), weight: 1 },
  { arbitrary: fc.constant(onJson((json) => [json])), weight: 1 },
)

const onBytes =
  (change: (body: Buffer) => Buffer): Change =>
  (draft) => ({ ...draft, body: change(bodyOf(draft) ?? Buffer.from('{}')) })

const at = (body: Buffer, nth: number): number => nth % (body.length + 1)

const inserted = (body: Buffer, nth: number, bytes: Buffer): Buffer =>
  Buffer.concat([body.subarray(0, at(body, nth)), bytes, body.subarray(at(body, nth))])

/** GBK, UTF-16, halves of UTF-8, byte order marks, what ends texts. */
const STRAY = [
  'cfc4',
  'b9',
  'ff',
  'fffe',
  'efbbbf',
  'c080',
  'eda080',
  'f4908080',
  '00',
  '1f8b',
  '0d0a',
  '22',
  '5c',
  '7d',
].map((hex) => Buffer.from(hex, 'hex'))

const doubled = (body: Buffer, value: Json): Buffer => {
  const name = /"(?:[^"\\]|\\.){0,40}"/.exec(body.toString())?.[0]
  return name ? Buffer.from(body.toString().replace('{', `{${name}:${jsonText(value)},`)) : body
}

const asForm = (body: Buffer): Buffer => {
  const text = body.toString()
  try {
    const fields = Object.entries(Object(JSON.parse(text))).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    return Buffer.from(new URLSearchParams(fields).toString())
  } catch {
    return Buffer.from(new URLSearchParams({ a: text }).toString())
  }
}

const MEGABYTE = 1024 * 1024
/** Below and above what routes take, and above what anybody does. */
const SIZES = [15_000, 17_000, 70_000, MEGABYTE - 200, MEGABYTE + 1, 3 * MEGABYTE]
const FILLINGS = ['a', ' ', '[', '{"a":', '\\u0000', '"', '一', '\u0344\u0327', '\ufdfa', '9', '%41', '&', ',', '\n']

const large: Arbitrary<Change> = fc
  .tuple(fc.constantFrom(...SIZES), fc.constantFrom(...FILLINGS))
  .map(([size, unit]) => {
    const filling = unit.repeat(Math.floor(size / Buffer.byteLength(unit)))
    return onJson((json) => withAt(json, placeOf(json, size), written(`"${filling.replaceAll('"', "'")}"`)))
  })

/** The bytes are not what they say they are. */
const textual: Arbitrary<Change> = fc.oneof(
  { arbitrary: fc.nat(5000).map((nth) => onBytes((body) => body.subarray(0, at(body, nth)))), weight: 2 },
  {
    arbitrary: fc
      .tuple(fc.nat(5000), fc.constantFrom(...STRAY))
      .map(([nth, bytes]) => onBytes((body) => inserted(body, nth, bytes))),
    weight: 4,
  },
  { arbitrary: hostileJson.map((value) => onBytes((body) => doubled(body, value))), weight: 2 },
  { arbitrary: hostileText.map((text) => onBytes(() => Buffer.from(text))), weight: 2 },
  {
    arbitrary: fc.constantFrom(
      onBytes(() => Buffer.alloc(0)),
      onBytes((body) => gzipSync(body)),
      onBytes((body) => Buffer.from(body.toString('base64'))),
      onBytes((body) => Buffer.from(body.toString(), 'utf16le')),
      onBytes((body) => Buffer.concat([body, body])),
      onBytes((body) => Buffer.concat([Buffer.from('\ufeff'), body])),
      onBytes((body) => Buffer.from(`--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${body}\r\n--x--`)),
      onBytes(asForm),
    ),
    weight: 3,
  },
)

/** Makes a body worse. */
export const hostileBody: Arbitrary<Change> = fc.oneof(
  { arbitrary: structural, weight: 24 },
  { arbitrary: textual, weight: 6 },
  { arbitrary: large, weight: 1 },
)
