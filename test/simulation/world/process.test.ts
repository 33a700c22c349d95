import { describe, expect, it } from 'vitest'
import { effectful, type Fate, started } from './process.ts'

/** A port with a method nobody listed, called twice by an operation that meets these fates. */
const run = async (...fates: Fate[]) => {
  const done: string[] = []
  const port = { calls: () => done.length, anything: async (what: string) => done.push(what) }
  const names: string[] = []
  const process = started('operation', 0, async (self) => {
    const watched = effectful(
      self,
      ({ name }) => {
        names.push(name)
        return fates.shift() ?? 'done'
      },
      'port',
      port,
      (_effect, executed) => (executed ? 'lost answer' : 'lost request'),
    )
    const first = await watched.anything('first')
    return [first, await watched.anything('second'), watched.calls()]
  })
  await process.over
  return { process, done, names }
}

describe('P6 P7 every await is an effect', () => {
  it('also of a method that is named nowhere', async () => {
    const { process, names } = await run()
    expect(names).toEqual(['port.anything', 'port.anything'])
    expect(process).toMatchObject({ state: 'ended', answer: [1, 2, 2] })
  })

  it.each([
    ['dies_before', []],
    ['dies_after', ['first']],
  ] as const)('a process that %s goes no further', async (fate, executed) => {
    const { process, done } = await run(fate)
    expect(process.state).toBe('died')
    expect(done).toEqual(executed)
  })

  it.each([
    ['fails_before', 'lost request', ['second']],
    ['fails_after', 'lost answer', ['first', 'second']],
  ] as const)('a call that %s is told as the port tells it', async (fate, told, executed) => {
    const { process, done } = await run(fate)
    expect(process.answer).toEqual([told, executed.length, executed.length])
    expect(done).toEqual(executed)
  })
})
