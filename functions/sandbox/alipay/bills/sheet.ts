import { DAY, type Millis } from '../../../../shared/kernel/time.ts'
import { beijingTime } from '../../beijing.ts'
import type { AlipayKeys } from '../../sandbox.ts'

/** The merchant's account as bills write it. */
export const account = ({ sellerId }: AlipayKeys): string => `${sellerId}0156`

const time = (at: Millis): string => {
  const [date = '', clock = ''] = beijingTime(at).split(' ')
  const [year, month, day] = date.split('-')
  return `[${year}年${month}月${day}日 ${clock}]`
}

/** A cell of text: spreadsheets take it for a number without the tab. */
export const cell = (text: string): string => `${text}\t`

export type Sheet = {
  title: string
  list: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  sums: readonly string[]
}

/** One file of a bill: remarks behind hashes above and below a table without quotes. Cells stand as they are. */
export const sheet = ({ title, list, columns, rows, sums }: Sheet, keys: AlipayKeys, dayStart: Millis): string =>
  [
    `#${title}`,
    `#账号：[${account(keys)}]`,
    `#起始日期：${time(dayStart)}   终止日期：${time(dayStart + DAY)}`,
    `#-----------------------------------------${list}----------------------------------------`,
    columns.join(','),
    ...rows.map((row) => row.join(',')),
    `#-----------------------------------------${list}结束------------------------------------`,
    ...sums.map((sum) => `#${sum}`),
    // Made in the night after the day, before anybody can fetch it.
    `#导出时间：${time(dayStart + DAY + DAY / 4)}`,
    '',
  ].join('\r\n')
