import { describe, expect, it } from 'vitest'
import { countText } from '../../../web/console/queue/count.ts'
import { caseAddress, type ListPage, type Queue, queueRow } from '../../../web/console/queue/queue.ts'
import { codeTyped } from '../../../web/console/session/code.ts'

type Work = { id: string; dueAt: string | null; since: string }

const T1 = '2026-11-29T01:00:00Z'
const T2 = '2026-11-29T09:00:00+08:30'
const T3 = '2026-11-29T03:00:00Z'

const queueOf = (rows: readonly Work[], nextCursor: string | null = null): Queue<Work> => ({
  name: 'works',
  path: '/console/refunds',
  right: 'see_orders',
  work: 'move_money',
  texts: { zh: { name: '活', lead: '', empty: '' }, en: { name: 'Work', lead: '', empty: '' } },
  list: async (): Promise<ListPage<Work>> => ({ rows, nextCursor }),
  keyOf: ({ id }) => id,
  to: ({ id }) => `/console/orders/${id}?refund=v1`,
  columns: () => [],
  dueAt: ({ dueAt }) => dueAt,
  since: ({ since }) => since,
})

const works: readonly Work[] = [
  { id: 'a', dueAt: null, since: T3 },
  { id: 'b', dueAt: T1, since: T1 },
  { id: 'c', dueAt: T2, since: T2 },
]

describe('what a list was filtered by', () => {
  const seen: string[] = []
  const filtered: Queue<Work> = {
    ...queueOf(works),
    filters: () => [{ name: 'status', label: '', options: [] }],
    list: async ({ query }) => {
      seen.push(String(query))
      return { rows: works, nextCursor: null }
    },
  }

  it('stays with the case, the next one and the list, and nothing else of the address does', async () => {
    const query = new URLSearchParams('queue=works&status=replied&refund=v1&cursor=x')
    expect(caseAddress(filtered, { id: 'a', dueAt: null, since: T1 }, query)).toBe(
      '/console/orders/a?refund=v1&queue=works&status=replied',
    )
    const row = queueRow(filtered)
    expect(await row.next('a', 'zh', query)).toBe('/console/orders/b?refund=v1&queue=works&status=replied')
    expect([String(row.filtered(query)), seen]).toEqual(['status=replied', ['status=replied']])
  })
})

describe('a queue whose work is taken before it is done', () => {
  const taken: string[] = []
  const row = queueRow({
    ...queueOf(works),
    takeNext: async (current = '') => {
      taken.push(current)
      return works.find(({ id }) => id > current)
    },
  })

  it('takes the next one, and looks around among what somebody has filtered', async () => {
    expect(await row.next('a', 'zh')).toBe('/console/orders/b?refund=v1&queue=works')
    expect(await row.next('c', 'zh', new URLSearchParams('queue=works'))).toBeUndefined()
    expect(taken).toEqual(['a', 'c'])
    const filters: Queue<Work>['filters'] = () => [{ name: 'status', label: '', options: [] }]
    const filtered = queueRow({ ...queueOf(works), filters, takeNext: async () => undefined })
    expect(await filtered.next('a', 'zh', new URLSearchParams('status=waiting'))).toContain('/console/orders/b')
  })
})

describe('a queue', () => {
  it('counts what waits, with the first time that is due and the oldest', async () => {
    expect(await queueRow(queueOf(works)).count('zh')).toEqual({ count: 3, isMore: false, dueFirst: T2, oldest: T2 })
    const amounts: Queue<Work> = { ...queueOf(works), amount: ({ id }) => (id === 'a' ? 8 : 1) }
    expect(await queueRow(amounts).count('zh')).toMatchObject({ count: 10 })
    expect(await queueRow(queueOf([])).count('zh')).toEqual({
      count: 0,
      isMore: false,
      dueFirst: undefined,
      oldest: undefined,
    })
  })

  it('says where it has counted only the first of them', async () => {
    expect(countText(await queueRow(queueOf(works, 'more')).count('zh'))).toBe('3+')
    expect([countText(await queueRow(queueOf([])).count('zh')), countText(undefined)]).toEqual(['0', undefined])
  })

  it('goes on with what follows, else with what is left, and says where nothing is', async () => {
    const { next } = queueRow(queueOf(works))
    expect(await next('a', 'zh')).toBe('/console/orders/b?refund=v1&queue=works')
    expect(await next('c', 'zh')).toBe('/console/orders/a?refund=v1&queue=works')
    // Done meanwhile, so that it is not there any more.
    expect(await next('gone', 'zh')).toBe('/console/orders/a?refund=v1&queue=works')
    expect(await queueRow(queueOf(works.slice(0, 1))).next('a', 'zh')).toBeUndefined()
  })
})

describe('a code of an authenticator', () => {
  it('is six digits, however they were typed', () => {
    expect([codeTyped('123 456'), codeTyped('１２３４５６'), codeTyped(' 123-456 ')]).toEqual(Array(3).fill('123456'))
    expect(['12345', '1234567', 'abcdef', ''].map(codeTyped)).toEqual(Array(4).fill(undefined))
  })
})
