import { describe, expect, it } from 'vitest'
import { materialRefusals } from '../../../functions/material/material.ts'
import { pictureRefusals } from '../../../functions/material/picture/picture.ts'
import { isToRetry, type PictureState } from '../../../web/user/pictures/picture.ts'
import { refusalText, stateText } from '../../../web/user/pictures/texts.ts'

const all = [...pictureRefusals, ...materialRefusals, 'expired', 'forgotten'] as const

describe('what is said of a picture', () => {
  it.each(all)('tells why it cannot be used and what to do: %s', (because) => {
    for (const language of ['zh', 'en'] as const) expect(refusalText(because, language).length).toBeGreaterThan(10)
  })

  it('is nothing before anything was begun, and something at every step', () => {
    const states: PictureState[] = [
      { is: 'preparing' },
      { is: 'sending', share: 0.5 },
      { is: 'looking', id: 'm' },
      { is: 'stored', id: 'm' },
      { is: 'failed', error: undefined },
      { is: 'failed', error: new Error('no network') },
    ]
    expect(stateText({ is: 'none' }, 'zh')).toBe('')
    for (const state of states) expect(stateText(state, 'zh'), state.is).not.toBe('')
    expect(new Set(states.map((state) => stateText(state, 'en'))).size).toBe(states.length)
  })

  it('offers the same once more only where the picture is not to blame', () => {
    expect(all.filter((because) => isToRetry({ is: 'refused', because }))).toEqual(['overwritten', 'late', 'expired'])
    expect(isToRetry({ is: 'failed', error: undefined })).toBe(true)
    expect(isToRetry({ is: 'stored', id: 'm' })).toBe(false)
  })
})
