import { describe, expect, it } from 'vitest'
import { type OpenedPapers, openedPapers } from '../../../../web/console/papers/opened-papers.ts'
import type { Typed, Viewed, Why } from '../../../../web/console/papers/papers.ts'

const WHY = { reason: 'case_review' } as const satisfies Why

const TYPED: Typed = {
  ...({ id: 'p', kind: 'papers_document', document: 'passport', status: 'in_review' } as const),
  ...{ name: 'Anna Example', number: 'E1234567', nationality: 'USA', birthDate: '1890-02-28' },
  ...{ validUntil: null, guardian: null, materials: ['page', 'holder', 'later'] },
}

/** Papers, what was asked for them and which addresses of pictures are there; `fails`: pictures that are not answered, and why. */
const desk = (fails: Record<string, Error> = {}) => {
  const asked: string[] = []
  const urls = new Set<string>()
  const gates: (() => void)[] = []
  const state = { isSlow: false }
  const papers = openedPapers({
    look: async ({ reason }) => {
      asked.push(`typed ${reason}`)
      return TYPED
    },
    view: async (id, { reason }): Promise<Viewed> => {
      asked.push(`${id} ${reason}`)
      if (state.isSlow) await new Promise<void>((go) => gates.push(go))
      if (fails[id]) throw fails[id]
      return { id, kind: 'document_page', type: 'image/jpeg', data: '' }
    },
    show: ({ id }) => {
      urls.add(id)
      return id
    },
    hide: (url) => void urls.delete(url),
  })
  return { papers, asked, urls, gates, state, fails }
}

const states = ({ shown }: OpenedPapers): string[] => (shown.get()?.pictures ?? []).map(({ state }) => state.is)

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

describe('P11 papers that an operator opens', () => {
  it('are nothing before; then what was typed and every picture, each asked for with the reason', async () => {
    const { papers, asked } = desk()
    expect(papers.shown.get()).toBeUndefined()
    expect(asked).toEqual([])
    await papers.open(WHY)
    expect(papers.shown.get()?.typed).toBe(TYPED)
    await settled()
    expect(states(papers)).toEqual(['shown', 'shown', 'shown'])
    expect(asked).toEqual(['typed case_review', 'page case_review', 'holder case_review', 'later case_review'])
  })

  it('show the others where one is not answered, which is asked for once more by itself', async () => {
    const { papers, asked, fails } = desk({ holder: new Error('gone') })
    await papers.open(WHY)
    await settled()
    expect(states(papers)).toEqual(['shown', 'failed', 'shown'])
    delete fails.holder
    await papers.again('holder')
    expect(states(papers)).toEqual(['shown', 'shown', 'shown'])
    expect(asked.filter((one) => one.startsWith('holder'))).toHaveLength(2)
  })

  it('leave no address of a picture once they are closed', async () => {
    const { papers, urls } = desk()
    await papers.open(WHY)
    await settled()
    expect([...urls]).toEqual(TYPED.materials)
    papers.close()
    expect([...urls]).toEqual([])
    expect(papers.shown.get()).toBeUndefined()
  })

  it('stay closed when an answer comes after that, and nothing more is asked for', async () => {
    const { papers, urls, gates, state, asked } = desk()
    state.isSlow = true
    await papers.open(WHY)
    expect(states(papers)).toEqual(['coming', 'coming', 'coming'])
    papers.close()
    for (const go of gates) go()
    await settled()
    expect(papers.shown.get()).toBeUndefined()
    expect([...urls]).toEqual([])
    expect(asked).toEqual(['typed case_review', 'page case_review'])
  })

  it('stay closed where what was typed is refused', async () => {
    const refused = openedPapers({
      look: () => Promise.reject(new Error('too often')),
      view: () => Promise.reject(new Error('never asked for')),
      show: () => '',
      hide: () => {},
    })
    await expect(refused.open(WHY)).rejects.toThrow('too often')
    expect(refused.shown.get()).toBeUndefined()
  })
})
