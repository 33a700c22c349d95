import type { Millis } from '../../../shared/kernel/time.ts'
import type { DeadLetter, DeadLetterQueue } from '../../../shared/queue/dead-letters.ts'

type Kept = DeadLetter & { hidden: boolean }

/** Dead letters in memory, ten at a time; `live` is what was sent again, `refuse` which bodies their queue does not take. */
export const scriptedLetters = (bodies: readonly string[], since: Millis) => {
  const kept = new Map(
    bodies.map((body, nth): [string, Kept] => {
      const id = `letter-${nth}`
      return [id, { id, body, sentAt: since + nth, receives: 5, handle: `handle-${nth}`, hidden: false }]
    }),
  )
  const live: string[] = []
  const script = { refuse: (_body: string): boolean => false }
  const letters: DeadLetterQueue = {
    async depth() {
      const taken = [...kept.values()].filter(({ hidden }) => hidden).length
      return { waiting: kept.size - taken, taken }
    },
    peek: async () =>
      [...kept.values()]
        .filter(({ hidden }) => !hidden)
        .slice(0, 10)
        .map(({ hidden: _hidden, ...letter }) => letter),
    async take() {
      const some = [...kept.values()].filter(({ hidden }) => !hidden).slice(0, 10)
      for (const one of some) Object.assign(one, { hidden: true, receives: one.receives + 1 })
      return some.map(({ hidden: _hidden, ...letter }) => letter)
    },
    async putBack(some) {
      for (const { id } of some) Object.assign(kept.get(id) ?? {}, { hidden: false })
    },
    async sendAgain(some) {
      const sent = some.filter(({ body }) => !script.refuse(body))
      for (const { id, body } of sent) {
        live.push(body)
        kept.delete(id)
      }
      return sent
    },
  }
  const seen = () => [...kept.values()].map(({ id, hidden }) => `${id}${hidden ? ' hidden' : ''}`)
  return { queue: { queue: 'orders', kind: 'order', worker: 'payment-order', letters }, live, script, seen }
}

export const letterOf = (id: string, kind = 'order'): string => JSON.stringify({ kind, id })
