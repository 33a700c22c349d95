import { describe, expect, it } from 'vitest'
import type { StatementFault } from '../../functions/bookkeeping/statements/statement-rows.ts'
import { faceReasons } from '../../functions/face/check/face-check.ts'
import { failureReasons } from '../../functions/messaging/sending/message.ts'
import { settings } from '../../functions/settings.ts'
import { owedRefusals } from '../../functions/verification/owed/refusal.ts'
import { reasons } from '../../functions/verification/verification.ts'
import { deliveryReasons } from '../../functions/webhooks/delivering/delivery.ts'
import { namedSettings, units } from '../../shared/kernel/settings.ts'
import { settingsInChinese, unitsInChinese } from '../../web/console/settings/setting-words.ts'
import { faultWords } from '../../web/console/statements/texts.ts'
import { reasonWords } from '../../web/console/words/reason-words.ts'

describe('settings in Chinese', () => {
  it('are told of each there is, and of no other', () => {
    const names = namedSettings(settings).map(([name]) => name)
    expect(Object.keys(settingsInChinese).toSorted()).toEqual(names.toSorted())
    for (const [name, text] of Object.entries(settingsInChinese)) expect(text, name).toMatch(/[一-龥].*。$/)
  })

  it('have a word for every unit', () => {
    expect(Object.keys(unitsInChinese).toSorted()).toEqual([...units].toSorted())
  })
})

describe('words of the console', () => {
  it('are there for every reason of a verification, a confirmation by face, a message and a delivery', () => {
    const all = new Set<string>([
      ...reasons,
      ...owedRefusals,
      ...faceReasons,
      ...failureReasons,
      ...deliveryReasons,
      'complaints',
    ])
    for (const words of Object.values(reasonWords)) expect(new Set(Object.keys(words))).toEqual(all)
  })

  it('are there for every fault of a statement', () => {
    const fault: Record<StatementFault['fault'], string> = faultWords.zh
    expect(Object.keys(fault)).toEqual(Object.keys(faultWords.en))
  })
})
