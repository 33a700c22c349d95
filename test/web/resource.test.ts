import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Looks, looksOf, pauseAfter } from '../../web/shared/state/looks.ts'
import { resourceOf } from '../../web/shared/state/resource.ts'

const fakeLooks = () => {
  const listeners = new Set<() => void>()
  let isLooking = true
  const looks: Looks = {
    looking: () => isLooking,
    listen(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
  const look = (looking: boolean) => {
    isLooking = looking
    for (const changed of listeners) changed()
  }
  return { looks, look, listeners }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a resource', () => {
  it('is loading, then what the service keeps', async () => {
    const resource = resourceOf({ fetch: async () => 7, looks: fakeLooks().looks })
    expect(resource.known.get()).toEqual({ is: 'loading' })
    resource.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(resource.known.get()).toEqual({ is: 'ok', value: 7 })
  })

  it('keeps what was known before, in the other language say, until it is read', async () => {
    const first = { is: 'ok', value: 6 } as const
    const resource = resourceOf({ first, fetch: async () => 7, looks: fakeLooks().looks })
    resource.start()
    expect(resource.known.get()).toEqual(first)
    await vi.advanceTimersByTimeAsync(0)
    expect(resource.known.get()).toEqual({ is: 'ok', value: 7 })
  })

  it('says why it could not be read, and is read again when asked to', async () => {
    const fetch = vi.fn().mockRejectedValueOnce('no network').mockResolvedValueOnce(7)
    const resource = resourceOf({ fetch, looks: fakeLooks().looks })
    resource.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(resource.known.get()).toEqual({ is: 'failed', error: 'no network' })
    const reading = resource.read()
    expect(resource.known.get()).toEqual({ is: 'loading' })
    await reading
    expect(resource.known.get()).toEqual({ is: 'ok', value: 7 })
  })

  it('keeps what it knew when it cannot be read again', async () => {
    const fetch = vi.fn().mockResolvedValueOnce(7).mockRejectedValueOnce('no network').mockResolvedValueOnce(8)
    const resource = resourceOf({ fetch, looks: fakeLooks().looks })
    resource.start()
    await vi.advanceTimersByTimeAsync(0)
    await resource.read()
    expect(resource.known.get()).toEqual({ is: 'ok', value: 7, stale: 'no network' })
    await resource.read()
    expect(resource.known.get()).toEqual({ is: 'ok', value: 8 })
  })

  it('takes the answer to the last question, in whatever order they come', async () => {
    const answers: ((value: number) => void)[] = []
    const fetch = () => new Promise<number>((resolve) => answers.push(resolve))
    const resource = resourceOf({ fetch, looks: fakeLooks().looks })
    resource.start()
    const again = resource.read()
    answers[1]?.(2)
    await again
    answers[0]?.(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(resource.known.get()).toEqual({ is: 'ok', value: 2 })
  })

  it('that changes within hours is read again at its own pace, while somebody looks', async () => {
    const fetch = vi.fn(async () => 7)
    const { looks, look } = fakeLooks()
    resourceOf({ fetch, looks, polls: () => true, every: 60_000 }).start()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(fetch).toHaveBeenCalledTimes(3)
    look(false)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is read again when the visitor looks, and not while nobody does', async () => {
    const fetch = vi.fn(async () => 7)
    const { looks, look } = fakeLooks()
    resourceOf({ fetch, looks }).start()
    look(false)
    expect(fetch).toHaveBeenCalledTimes(1)
    look(true)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('polls while it is to change, slower each time, and stops when it is final', async () => {
    let value = 'waiting'
    const fetch = vi.fn(async () => value)
    resourceOf({ fetch, looks: fakeLooks().looks, polls: (now) => now === 'waiting' }).start()
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(1000)
    await vi.advanceTimersByTimeAsync(2000)
    expect(fetch).toHaveBeenCalledTimes(3)
    value = 'paid'
    await vi.advanceTimersByTimeAsync(3000)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(fetch).toHaveBeenCalledTimes(4)
  })

  it('polls on after the network was away', async () => {
    const fetch = vi.fn().mockResolvedValueOnce('waiting').mockRejectedValueOnce('no network').mockResolvedValue('paid')
    const resource = resourceOf({ fetch, looks: fakeLooks().looks, polls: (now) => now === 'waiting' })
    resource.start()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(resource.known.get()).toEqual({ is: 'ok', value: 'paid' })
  })

  it('does not poll while nobody looks, and begins at once when somebody does', async () => {
    const fetch = vi.fn(async () => 'waiting')
    const { looks, look } = fakeLooks()
    resourceOf({ fetch, looks, polls: () => true }).start()
    await vi.advanceTimersByTimeAsync(0)
    look(false)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    look(true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('ends: it is not read again, listens to nobody, and breaks off what it asked', async () => {
    const signals: AbortSignal[] = []
    const { looks, listeners } = fakeLooks()
    const fetch = async (signal: AbortSignal) => {
      signals.push(signal)
      return 'waiting'
    }
    const resource = resourceOf({ fetch, looks, polls: () => true })
    const end = resource.start()
    end()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    expect(listeners.size).toBe(0)
    expect(resource.known.get()).toEqual({ is: 'loading' })
  })
})

describe('looking again', () => {
  it('is a page shown out of memory, a tab come back, the network back; not a page that has just loaded', () => {
    const events = new Map<string, (event: { persisted?: boolean }) => void>()
    const add = (type: string, listener: (event: { persisted?: boolean }) => void) => void events.set(type, listener)
    const remove = (type: string) => void events.delete(type)
    const document = { visibilityState: 'visible', addEventListener: add, removeEventListener: remove }
    const looks = looksOf({ document, addEventListener: add, removeEventListener: remove })
    const changed = vi.fn()
    const end = looks.listen(changed)
    events.get('pageshow')?.({ persisted: false })
    expect(changed).not.toHaveBeenCalled()
    events.get('pageshow')?.({ persisted: true })
    events.get('visibilitychange')?.({})
    events.get('online')?.({})
    expect(changed).toHaveBeenCalledTimes(3)
    end()
    expect(events.size).toBe(0)
    document.visibilityState = 'hidden'
    expect(looks.looking()).toBe(false)
  })

  it('waits a second more each time, up to ten', () => {
    expect([0, 1, 2, 9, 10, 500].map(pauseAfter)).toEqual([1000, 1000, 2000, 9000, 10_000, 10_000])
  })
})
