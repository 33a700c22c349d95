import { texts } from '../../shared/texts/texts.ts'

export const timeLineTexts = texts(
  {
    title: '时间线',
    kinds: '类型',
    all: '全部',
    money: '钱款',
    at: '时间',
    kind: '类型',
    what: '发生了什么',
    order: '详情',
    open: '查看',
    number: '单号',
    vendorCode: (code: string) => `供应商代码 ${code}`,
    by: '由',
    none: '没有记录。',
  },
  {
    title: 'Time line',
    kinds: 'Kinds',
    all: 'All',
    money: 'Money',
    at: 'When',
    kind: 'Kind',
    what: 'What happened',
    order: 'More',
    open: 'Open',
    number: 'number',
    vendorCode: (code: string) => `code ${code} of the vendor`,
    by: 'by',
    none: 'Nothing has happened.',
  },
)
