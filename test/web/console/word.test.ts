import { expect, it } from 'vitest'
import { channelWords } from '../../../web/console/words/money-words.ts'
import { wordIn } from '../../../web/console/words/word.ts'

it('a word is said as people say it, and one that only a newer service has as it is', () => {
  expect([wordIn(channelWords, 'alipay', 'zh'), wordIn(channelWords, 'alipay', 'en')]).toEqual(['支付宝', 'Alipay'])
  expect(wordIn(channelWords, 'unionpay', 'zh')).toBe('unionpay')
  expect(wordIn(channelWords, 'toString', 'en')).toBe('toString')
})
