import { describe, expect, it } from 'vitest'
import { isVendorName, readStatement } from '../../../functions/bookkeeping/statements/statement-rows.ts'

const HEADER = 'requestId,calledAt,code,billed'
const DAY = '20261120'

const read = (lines: string, header = HEADER) => readStatement(`${header}\n${lines}`, DAY)
const at = (text: string): number => Date.parse(text)

describe('a vendor statement happy', () => {
  it('is a header and one row per call', () => {
    expect(read('r-1,2026-11-20T12:30:00+08:00,0,yes\nr-2,2026-11-20T04:31:00.5Z,-9,no')).toEqual({
      kind: 'read',
      value: [
        { requestId: 'r-1', calledAt: at('2026-11-20T12:30:00+08:00'), code: '0', billed: true },
        { requestId: 'r-2', calledAt: at('2026-11-20T12:31:00.5+08:00'), code: '-9', billed: false },
      ],
    })
  })

  it('may have nothing in it', () => {
    expect(readStatement(HEADER, DAY)).toEqual({ kind: 'read', value: [] })
  })

  it.each([
    [
      'columns in another order, and more of them',
      'fee,Billed,CODE,remark,requestid,calledAt',
      '0.3,是,0,x,r,2026-11-20 00:00:00',
    ],
    ['times without a zone are of Beijing', HEADER, 'r,2026-11-20 00:00:00,0,1'],
    [
      'quotes and the byte order mark of a spreadsheet',
      `\uFEFF"requestId","calledAt","code","billed"\r`,
      '"r","2026-11-20 00:00:00","0","TRUE"\r',
    ],
  ])('%s', (_case, header, row) => {
    expect(read(row, header)).toEqual({
      kind: 'read',
      value: [{ requestId: 'r', calledAt: at('2026-11-20T00:00:00+08:00'), code: '0', billed: true }],
    })
  })

  it.each([
    ['yes', true],
    ['Yes', true],
    ['true', true],
    ['1', true],
    ['是', true],
    ['no', false],
    ['FALSE', false],
    ['0', false],
    ['否', false],
  ])('billed %s is %s', (text, billed) => {
    expect(read(`r,2026-11-20 12:00:00,0,${text}`)).toMatchObject({ value: [{ billed }] })
  })
})

const GOOD = 'r-1,2026-11-20 12:30:00,0,yes'

describe('a vendor statement refused', () => {
  it.each([
    ['', { line: 1, fault: 'empty' }],
    ['\n\n', { line: 1, fault: 'empty' }],
    ['requestId,calledAt,code', { line: 1, fault: 'column_missing', column: 'billed' }],
    ['\nrequestId;calledAt;code;billed', { line: 2, fault: 'column_missing', column: 'requestId' }],
    [`${HEADER},Code`, { line: 1, fault: 'column_twice', column: 'code' }],
    [`${HEADER}\n${GOOD}\nr-2,2026-11-20 12:30:00,0`, { line: 3, fault: 'cell_count' }],
    [`${HEADER}\nr-2,2026-11-20 12:30:00,0,yes,`, { line: 2, fault: 'cell_count' }],
    [`${HEADER}\n,2026-11-20 12:30:00,0,yes`, { line: 2, fault: 'not_an_id', column: 'requestId' }],
    [`${HEADER}\n请求,2026-11-20 12:30:00,0,yes`, { line: 2, fault: 'not_an_id', column: 'requestId' }],
    [`${HEADER}\n${'r'.repeat(129)},2026-11-20 12:30:00,0,yes`, { line: 2, fault: 'not_an_id', column: 'requestId' }],
    [`${HEADER}\n${GOOD}\n\n${GOOD}`, { line: 4, fault: 'id_twice', column: 'requestId' }],
    [`${HEADER}\nr,20.11.2026 12:30,0,yes`, { line: 2, fault: 'not_a_time', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-20,0,yes`, { line: 2, fault: 'not_a_time', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-20 25:00:00,0,yes`, { line: 2, fault: 'not_a_time', column: 'calledAt' }],
    [`${HEADER}\nr,1795147200000,0,yes`, { line: 2, fault: 'not_a_time', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-19 23:59:59,0,yes`, { line: 2, fault: 'not_that_day', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-21 00:00:00,0,yes`, { line: 2, fault: 'not_that_day', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-20T20:00:00Z,0,yes`, { line: 2, fault: 'not_that_day', column: 'calledAt' }],
    [`${HEADER}\nr,2026-11-20 12:30:00,,yes`, { line: 2, fault: 'not_a_code', column: 'code' }],
    [`${HEADER}\nr,2026-11-20 12:30:00,一致,yes`, { line: 2, fault: 'not_a_code', column: 'code' }],
    [`${HEADER}\nr,2026-11-20 12:30:00,0,`, { line: 2, fault: 'not_yes_or_no', column: 'billed' }],
    [`${HEADER}\nr,2026-11-20 12:30:00,0,0.33`, { line: 2, fault: 'not_yes_or_no', column: 'billed' }],
    [`${HEADER}\n${GOOD}\n"r,2026-11-20 12:30:00,0,yes`, { line: 3, fault: 'quotes' }],
  ])('%j', (text, fault) => {
    expect(readStatement(text, DAY)).toStrictEqual({ kind: 'fault', ...fault })
  })
})

describe('a vendor statement hostile', () => {
  it('a name that every object has is no answer', () => {
    expect(read('r,2026-11-20 12:30:00,0,constructor')).toMatchObject({ fault: 'not_yes_or_no' })
    expect(read('__proto__,2026-11-20 12:30:00,0,yes')).toMatchObject({ value: [{ requestId: '__proto__' }] })
  })

  it('a fault says where it is and never what stands there', () => {
    const text = `${HEADER}\n110101188506150015,张三,0,13800138000`
    expect(JSON.stringify(readStatement(text, DAY))).not.toMatch(/张三|1101|138/)
  })
})

describe('a vendor statement, at every limit', () => {
  const faultOf = (row: string) => Object(read(row)).fault

  it.each([
    ['2026-11-20T12:30:00Z', 'not_a_time', false],
    ['2026-11-20T12:30:00.1+08:00', 'not_a_time', false],
    ['2026-11-20 12:30:00.123456789', 'not_a_time', false],
    ['2026-11-20T12:30:00.123456789Z', 'not_a_time', false],
    ['2026-11-20T12:30:00.1234567890Z', 'not_a_time', true],
    ['2026-11-20 12:30:00.1234567890', 'not_a_time', true],
    ['2026-11-20 12:30:00.', 'not_a_time', true],
    ['2026-11-20T12:30:00.Z', 'not_a_time', true],
    ['2026-11-20 12:30:00Z', 'not_a_time', true],
    ['x2026-11-20T12:30:00Z', 'not_a_time', true],
    ['+002026-11-20T12:30:00Z', 'not_a_time', true],
    ['2026-11-20T12:30:00Z+08:00', 'not_a_time', true],
    ['2026-11-20T12:30:00Z ago', 'not_a_time', true],
    ['2026-11-20T12:30:00Z(x)', 'not_a_time', true],
  ])('a call at %s: %s is %j', (text, fault, is) => {
    expect(faultOf(`r,${text},0,yes`) === fault).toBe(is)
  })

  it('a number has 1 to 128 signs, a code 1 to 64', () => {
    const [time, answer] = ['2026-11-20 12:30:00', 'yes']
    const ids = ['r', 'r'.repeat(128), 'r'.repeat(129), 'r r'].map((id) => faultOf(`${id},${time},0,${answer}`))
    expect(ids).toEqual([undefined, undefined, 'not_an_id', 'not_an_id'])
    const codes = ['0', '-9.a_B', 'c'.repeat(64), 'c'.repeat(65), '0 0', '一0', '0一']
    expect(codes.map((code) => faultOf(`r,${time},${code},${answer}`))).toEqual([
      ...[undefined, undefined, undefined],
      ...Array<string>(4).fill('not_a_code'),
    ])
  })

  it('a vendor is called by 1 to 40 small letters, digits and lines', () => {
    for (const name of ['a', 'z', '0', '9', '_', 'a'.repeat(40)]) expect(isVendorName(name)).toBe(true)
    for (const name of ['', 'A', 'a-b', '.', 'a'.repeat(41), 'a b', 'a\n', ' a']) expect(isVendorName(name)).toBe(false)
  })
})
