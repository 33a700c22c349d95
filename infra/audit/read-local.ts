import { ForPeople } from '../../shared/command/for-people.ts'
import { type Snapshot, snapshot } from './snapshot.ts'

/** Reads the whole audit of an engine that runs on this machine. Throws ForPeople where there is none. */
export const readLocal = async (address: string, publicKey: string | undefined): Promise<Snapshot> => {
  const answer = await fetch(`${address}/_local/audit`, { headers: { 'x-shiming-local': '1' } }).catch(() => undefined)
  if (!answer?.ok) throw new ForPeople(`no engine answers at ${address}: npm start, or name it by --local`)
  const read = snapshot.parse(await answer.json())
  return publicKey === undefined ? read : { ...read, publicKey }
}
