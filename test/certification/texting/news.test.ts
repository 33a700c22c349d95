import { describe, expect, it } from 'vitest'
import { newsOf, results } from '../../../functions/certification/texting/news.ts'
import { resultTextSettings } from '../../../functions/certification/texting/settings.ts'
import { textingVendors } from '../../../functions/certification/texting/templates.ts'
import { isNews, resultTemplates } from '../../../functions/sandbox/texts/templates.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

describe('W5 what a result is in a text', () => {
  it('is let through by the templates, whichever it is and on whatever day', () => {
    for (const result of results)
      for (let day = 0; day < 366; day += 1) expect(isNews(newsOf(result, NOON + day * DAY))).toBe(true)
  })

  it('says the day before which there certainly is time to correct it', () => {
    expect(newsOf('returned', Date.UTC(2026, 11, 30, 4))).toBe('请于12月30日前补正')
    expect(newsOf('returned', Date.UTC(2026, 11, 30, 17))).toBe('请于12月31日前补正')
  })

  it('has the templates of the stand-ins in the sandbox, and none in production', () => {
    const { tencentTemplate, alibabaTemplate } = resultTextSettings.resultTexts
    expect([tencentTemplate.inSandbox, alibabaTemplate.inSandbox]).toEqual(Object.values(resultTemplates))
    expect(textingVendors(settingsOf('production', undefined))).toEqual([])
    expect(textingVendors(settingsOf('sandbox', undefined))).toEqual(['tencent_cloud'])
  })
})
