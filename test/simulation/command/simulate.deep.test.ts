import { describe, expect, it } from 'vitest'
import { type News, performed } from './piece.ts'
import { simulate } from './simulate.ts'

const ASKED = { histories: 0, seed: 3, crashes: false, mutants: false, only: '', help: false }

const simulated = async (asked: Partial<typeof ASKED>, stop = new AbortController().signal) => {
  const lines: string[] = []
  const code = await simulate({ ...ASKED, ...asked }, (line) => void lines.push(line), stop)
  return { code, told: lines.join('\n') }
}

const newsOf = async (news: AsyncIterable<News>): Promise<News[]> => {
  const all: News[] = []
  for await (const one of news) all.push(one)
  return all
}

describe('npm run simulate', () => {
  it('spreads everything over threads and tells what was seen', async () => {
    const { code, told } = await simulated({ crashes: true, only: 'a double click' })
    expect(code).toBe(0)
    expect(told).toMatch(/crashes and meetings: \d+ runs/)
  })

  it.each([
    { crashes: true, only: 'no such scenario' },
    { mutants: true, only: 'no such mutant' },
    { crashes: true, only: 'there is no sweep' },
  ])('refuses a name that nothing asked for has: %j', async (asked) => {
    await expect(simulated(asked)).rejects.toThrow(`has '${asked.only}' in its name`)
  })

  it('tells which mutants were found out, in which run', async () => {
    const { code, told } = await simulated({ mutants: true, only: 'there is no sweep' })
    expect(code).toBe(0)
    expect(told).toMatch(/there is no sweep( +\d+){3}/)
    expect(told).toContain('All 1 mutants were found out')
  })

  it('stops when it is told to, and says what was seen', async () => {
    const { code, told } = await simulated({ histories: 1000 }, AbortSignal.timeout(100))
    expect(code).toBe(130)
    expect(told).toContain('demanded')
  })
})

describe('a piece in which a rule is broken', () => {
  it.each([
    [{ kind: 'histories', from: 1, until: 99 }, '--histories 1 --seed'],
    [{ kind: 'scenario', name: 'all notifications lost' }, "--only 'all notifications lost'"],
  ] as const)('%j ends with the violation, how to see it again, and the story', async (piece, again) => {
    const [violation, story] = (await newsOf(performed(piece, { neverSweeps: true }))).slice(-2)
    expect(violation).toMatchObject({ kind: 'violation', replay: expect.stringContaining(again) })
    expect(story).toMatchObject({ kind: 'story', text: expect.stringContaining('table.commit') })
  })
})
