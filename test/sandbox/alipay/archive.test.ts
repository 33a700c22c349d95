import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { gbk } from '../../../functions/sandbox/alipay/bills/gbk.ts'
import { zip } from '../../../functions/sandbox/alipay/bills/zip.ts'

const decoder = new TextDecoder('gbk', { fatal: true })

describe('GBK', () => {
  it('is what the platform reads as such', () => {
    const text = '支付宝业务明细（元）：[2026年11月20日] 欧阳·买买提 龘 镕 ABC 123,\t\r\n'
    expect(decoder.decode(gbk(text))).toBe(text)
    expect([...gbk('支')]).toEqual([0xd6, 0xa7])
  })

  it('has a question mark for what it has not', () => {
    expect(decoder.decode(gbk('a😀b'))).toBe('a?b')
  })
})

describe('an archive', () => {
  it('is what others unpack, names byte for byte', () => {
    const long = Buffer.from('0123456789'.repeat(10_000))
    const files = unzipSync(
      zip([
        { name: gbk('业务.csv'), content: long },
        { name: gbk('b.csv'), content: Buffer.alloc(0) },
      ]),
    )
    expect(Object.keys(files).map((name) => decoder.decode(Buffer.from(name, 'latin1')))).toEqual(['业务.csv', 'b.csv'])
    expect(Buffer.from(Object.values(files)[0] ?? []).equals(long)).toBe(true)
    expect(files['b.csv']).toHaveLength(0)
  })

  it('without files is empty', () => {
    expect(unzipSync(zip([]))).toEqual({})
  })
})
