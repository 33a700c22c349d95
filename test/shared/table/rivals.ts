import { setImmediate as turn } from 'node:timers/promises'
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb'
import { type Database, patientTable } from '../../../shared/table/patient-table.ts'
import type { Table } from '../../../shared/table/table.ts'
import { nameOf, type Write } from '../../../shared/table/write.ts'
import { simulatedDatabase } from '../../simulation/world/database.ts'

const named = { $metadata: {}, message: 'others write the same item' }

const conflictAt = (held: readonly boolean[]): Error =>
  held.length > 1
    ? new TransactionCanceledException({
        ...named,
        CancellationReasons: held.map((isHeld) => ({ Code: isHeld ? 'TransactionConflict' : 'None' })),
      })
    : new TransactionConflictException(named)

/**
 * The table as DynamoDB answers for it while many write at once: a transaction takes a few turns, and whatever wants to write one of
 * its items meanwhile is refused for that. Tried as often as in a function, with pauses
 * that count turns.
 */
export const tableOfRivals = (inner: Table): Table & { conflicts(): number } => {
  const database = simulatedDatabase(
    () => inner,
    () => undefined,
  )
  const held = new Set<string>()
  let [conflicts, tokens] = [0, 0]
  const heldBy = async <T>(writes: readonly Write[], run: () => Promise<T>): Promise<T> => {
    const names = writes.map(({ key }) => nameOf(key))
    const met = names.map((name) => held.has(name))
    if (met.some(Boolean)) {
      conflicts += 1
      throw conflictAt(met)
    }
    if (writes.length < 2) return run()
    for (const name of names) held.add(name)
    try {
      await turn()
      return await run()
    } finally {
      await turn()
      for (const name of names) held.delete(name)
    }
  }
  const rivalled: Database = {
    ...database,
    update: (write, op) => heldBy([write], () => database.update(write, op)),
    commit: (writes, op) => heldBy(writes, () => database.commit(writes, op)),
  }
  let drawn = 1
  const pause = async (tries: number): Promise<void> => {
    drawn = (drawn * 48_271) % 2_147_483_647
    for (let left = 2 ** tries * (0.5 + drawn / 2_147_483_647); left > 0; left -= 1) await turn()
  }
  const token = (): string => {
    tokens += 1
    return String(tokens)
  }
  return { ...patientTable(rivalled, { token, pause }), conflicts: () => conflicts }
}
