import { describe, expect, it, vi } from 'vitest'
import { pressesOf } from '../../web/shared/controls/after-press.ts'

const browserOf = () => {
  const events = new EventTarget()
  const afterPress = pressesOf({
    addEventListener: (type, listener, options) => events.addEventListener(type, listener, options),
    removeEventListener: (type, listener, options) => events.removeEventListener(type, listener, options),
  })
  return { afterPress, tell: (type: string) => events.dispatchEvent(new Event(type)) }
}

const soon = () => new Promise((done) => setTimeout(done))

describe('what follows from leaving a field', () => {
  it.each(['pointerup', 'pointercancel'])('waits until the press that left it is over: %s', async (end) => {
    const { afterPress, tell } = browserOf()
    const judged = vi.fn()
    tell('pointerdown')
    afterPress(judged)
    await soon()
    expect(judged).not.toHaveBeenCalled()
    tell(end)
    // The press itself is told after its end.
    expect(judged).not.toHaveBeenCalled()
    await soon()
    tell('pointerdown')
    tell(end)
    await soon()
    expect(judged).toHaveBeenCalledTimes(1)
  })

  it('comes at once by the keyboard, but after what is going on', async () => {
    const { afterPress, tell } = browserOf()
    tell('pointerdown')
    tell('pointerup')
    const judged = vi.fn()
    afterPress(judged)
    expect(judged).not.toHaveBeenCalled()
    await soon()
    expect(judged).toHaveBeenCalledTimes(1)
  })
})
