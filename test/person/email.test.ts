import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseEmail } from '../../functions/person/email.ts'
import { maskEmail } from '../../functions/person/masking.ts'
import { codeOf, valueIn } from '../kit.ts'

describe('an e-mail address as typed', () => {
  it.each([
    ['zhang@example.com', 'zhang@example.com'],
    ['  Zhang.San@Example.COM ', 'zhang.san@example.com'],
    ['\u200bzhang+id@mail.example.com\ufeff', 'zhang+id@mail.example.com'],
    ['ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'zhang@example.com'],
    ['12345678@qq.com', '12345678@qq.com'],
    ["o'neill_{x}@a-b.example.xn--fiqs8s", "o'neill_{x}@a-b.example.xn--fiqs8s"],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%j is %j', (typed, address) => {
    expect(valueIn(normaliseEmail(typed))).toBe(address)
    expect(valueIn(normaliseEmail(address))).toBe(address)
  })

  it.each([
    ...['', 'zhang', '@example.com', 'zhang@', 'zhang@example', 'zhang@@example.com', 'zhang@localhost'],
    ...['zhang@127.0.0.1', 'zhang@[127.0.0.1]', 'zhang@example.123', '.zhang@example.com', 'zhang.@example.com'],
    ...['zh..ang@example.com', 'zhang@-example.com', 'zhang@example-.com', 'zhang@.example.com', 'zhang@example.com.'],
    ...['zh ang@example.com', 'zhang@exa mple.com', '张三@example.com', 'zhang@例子.中国', '"zhang"@example.com'],
    ...['zhang@example.com\nBcc: li@example.com', 'Zhang <zhang@example.com>', 'zhang@example.com,li@example.com'],
    ...[`${'a'.repeat(65)}@example.com`, `a@${`${'b'.repeat(60)}.`.repeat(5)}com`],
  ])('%j is refused', (typed) => {
    expect(codeOf(normaliseEmail(typed))).toBe('invalid_email')
  })

  it('is one word without a line break or a bracket, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
        const read = normaliseEmail(typed)
        if (read.ok) expect(read.value).toMatch(/^[!-~]+$/)
        if (read.ok) expect(read.value).not.toMatch(/[<>,;"\\()[\]:]/)
      }),
    )
  })
})

describe('an e-mail address is shown', () => {
  it('with its first letter and its domain, and not how much is between', () => {
    expect(['zhang@example.com', 'zh@example.com', 'z@example.com'].map(maskEmail)).toEqual([
      'z***@example.com',
      'z***@example.com',
      '***@example.com',
    ])
  })
})
