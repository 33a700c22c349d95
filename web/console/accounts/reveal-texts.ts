import type { Body } from 'shiming-client'
import { revealReasonWords } from '../../../functions/audit/reveal-reasons.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { texts } from '../../shared/texts/texts.ts'

export type RevealBody = Body<'POST /v1/operator/accounts/{id}/reveals'>
export type RevealField = RevealBody['field']
export type RevealReason = RevealBody['reason']

/** The closed list of reasons, as operators read it. */
export const reasonsIn = (language: Language): { value: RevealReason; name: string }[] =>
  (Object.keys(revealReasonWords) as RevealReason[]).map((value) => ({
    value,
    name: revealReasonWords[value][language],
  }))

export const revealTexts = texts(
  {
    name: '姓名',
    id_number: '证件号码',
    phone: '手机号',
    show: '查看',
    showOf: (field: string) => `查看${field}`,
    title: (field: string) => `查看${field}`,
    consequence: '显示 60 秒，或者到您离开为止。谁、看了哪一项、为什么，都会记入操作记录；内容本身不会。',
    reason: '理由',
    reasonMissing: '请选择理由',
    words: '补充说明（选填）',
    wordsHint: '会记入操作记录；请不要写证件号码。',
    confirm: '显示 60 秒',
    shown: '明文',
    copy: '复制',
    copied: '已复制。剪贴板不会自动清除：用完请复制别的内容覆盖它。',
    notCopied: '没能复制，请选中后复制',
    left: '剩余',
    gone: '已隐藏。',
  },
  {
    name: 'the name',
    id_number: 'the ID number',
    phone: 'the mobile number',
    show: 'Show',
    showOf: (field: string) => `Show ${field}`,
    title: (field: string) => `Show ${field}`,
    consequence:
      'It is shown for 60 seconds, or until you leave. Who looked, at which field and why is put on record; what it says is not.',
    reason: 'Reason',
    reasonMissing: 'Choose a reason',
    words: 'More of it (may be left out)',
    wordsHint: 'It is kept in the audit trail; write no ID number.',
    confirm: 'Show for 60 seconds',
    shown: 'In the clear',
    copy: 'Copy',
    copied: 'Copied. The clipboard keeps it: copy something else over it when you are done.',
    notCopied: 'Not copied: select it and copy',
    left: 'Left',
    gone: 'Hidden again.',
  },
)
