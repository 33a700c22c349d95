import { expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { nearness, roughly } from '../../../web/console/controls/nearness.ts'

it('what has to be done is late from its very time on, soon within eight hours, and of today within a day', () => {
  expect([-1, 0].map(nearness)).toEqual(['late', 'late'])
  expect([1, 8 * HOUR].map(nearness)).toEqual(['soon', 'soon'])
  expect([8 * HOUR + 1, 24 * HOUR].map(nearness)).toEqual(['today', 'today'])
  expect(nearness(24 * HOUR + 1)).toBe('later')
})

it('how long something has been is told in its largest unit, and never as nothing', () => {
  expect([-1, 0, MINUTE - 1, MINUTE, 59 * MINUTE].map((ms) => roughly(ms, 'zh'))).toEqual([
    ...Array(4).fill('1 分钟'),
    '59 分钟',
  ])
  expect([HOUR, DAY - 1, DAY, 3 * DAY + HOUR].map((ms) => roughly(ms, 'en'))).toEqual(['1 h', '23 h', '1 d', '3 d'])
})
