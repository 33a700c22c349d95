import { describe, expect, it, vi } from 'vitest'
import { reloadOnce } from '../../web/shared/router/reload-once.ts'

describe('a page with a part that is gone', () => {
  it('is loaded anew, but not over and over', () => {
    const items = new Map<string, string>()
    const kept = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
    }
    const reload = vi.fn()
    expect(reloadOnce(kept, reload, 1_000_000)).toBe(true)
    expect(reloadOnce(kept, reload, 1_030_000)).toBe(false)
    expect(reloadOnce(kept, reload, 1_090_000)).toBe(true)
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('stays where the browser cannot remember that it was', () => {
    const kept = {
      getItem: (): string | null => {
        throw new Error('no storage')
      },
      setItem: () => {},
    }
    const reload = vi.fn()
    expect(reloadOnce(kept, reload, 1_000_000)).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})
