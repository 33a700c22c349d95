import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Person, people } from '../../functions/sandbox/people.ts'
import { cards } from '../../functions/sandbox/register/cards.ts'
import type { Engine } from '../../local/engine.ts'

/** Where plaintext identity must never be, as text: everything an operator or a thief of a backup would get. */
const places = async (engine: Engine): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const file of await readdir(engine.logFolder)) {
    found.set(`log ${file}`, await readFile(join(engine.logFolder, file), 'utf8'))
  }
  for (const [table, items] of Object.entries(await engine.dumps.tables())) {
    // The stand-ins know the people they play the register for.
    if (!table.startsWith('sandbox-')) found.set(`table ${table}`, JSON.stringify(items))
  }
  for (const [bucket, files] of Object.entries(await engine.dumps.files()))
    for (const [name, bytes] of Object.entries(files)) found.set(`file ${bucket} ${name}`, bytes.toString())
  for (const { queue, body } of engine.dumps.queues())
    found.set(`queue ${queue}`, `${found.get(`queue ${queue}`) ?? ''}${body}`)
  return found
}

const escaped = (text: string): string =>
  Array.from(text, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** The ways a plaintext could hide in text. */
const shapes = (text: string): string[] => [
  text,
  text.toLowerCase(),
  text.toUpperCase(),
  escaped(text),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('hex'),
]

const evidence = ({ name, idNumber, phone }: Person): string[] => [name, idNumber, phone].flatMap(shapes)

const canaries = [
  ...people.flatMap((person) => evidence(person).map((text) => ({ text, note: person.note }))),
  ...cards.flatMap(({ number }) => shapes(number).map((text) => ({ text, note: `bank card …${number.slice(-4)}` }))),
]

/** Every one of the places, name to text, in which a name, an ID number or a mobile of the test people, or the number of a test card, stands in plain text. */
export const leaksIn = (places: ReadonlyMap<string, string>): string[] => {
  const found: string[] = []
  for (const [place, text] of places) {
    for (const canary of canaries) if (text.includes(canary.text)) found.push(`${place}: ${canary.note}`)
  }
  return [...new Set(found)]
}

/** What an engine keeps in plain text of the test people; nothing, if all is as it must be. */
export const leaks = async (engine: Engine): Promise<string[]> => leaksIn(await places(engine))
