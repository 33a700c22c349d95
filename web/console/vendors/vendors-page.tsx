import type { Answer } from 'shiming-client'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { amountText } from '../controls/amounts.ts'
import { type Column, Table } from '../lists/table.tsx'
import { service, useResource } from '../service.ts'
import { useWords } from '../words/use-words.ts'
import { breakerWords, vendorTexts, vendorWords } from './texts.ts'

type Vendor = Answer<'GET /v1/operator/vendors'>['vendors'][number]

const COST = 'yuan_10000th'

const time = (at: string | null) => at !== null && <Time at={at} />

/** What is spent and what may be; a vendor without a limit is not counted. */
const useSpent = (): ((vendor: Vendor) => string) => {
  const texts = useTexts(vendorTexts)
  return ({ spentToday, dailySpend }) =>
    spentToday === null || dailySpend === null
      ? texts.noLimit
      : texts.limit(amountText(spentToday, COST), amountText(dailySpend, COST))
}

/** Whether the vendors take our calls, and what those cost today. */
export const VendorsPage = () => {
  const texts = useTexts(vendorTexts)
  const word = useWords()
  const spent = useSpent()
  const vendors = useResource('vendors', (signal) => service().operator.vendors.get({ signal }))
  const columns: readonly Column<Vendor>[] = [
    { name: 'vendor', head: texts.vendor, cell: ({ vendor }) => word(vendorWords, vendor) },
    {
      name: 'status',
      head: texts.status,
      cell: ({ status }) => <Tag tone={status === 'closed' ? 'good' : 'warn'}>{word(breakerWords, status)}</Tag>,
    },
    { name: 'refusals', head: texts.refusals, end: true, cell: ({ refusals }) => refusals },
    { name: 'since', head: texts.refusedSince, cell: ({ refusedSince }) => time(refusedSince) },
    { name: 'code', head: texts.code, cell: ({ code }) => code !== null && <code>{code}</code> },
    { name: 'until', head: texts.until, cell: ({ until }) => time(until) },
    { name: 'ordersAt', head: texts.ordersAt, cell: ({ ordersAt }) => time(ordersAt) },
    { name: 'spent', head: texts.spent, end: true, cell: spent },
  ]
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="below">
        <Read of={vendors}>
          {({ vendors: rows }) => (
            <Table
              caption={texts.title}
              rows={rows}
              columns={columns}
              keyOf={({ vendor }) => vendor}
              empty={texts.none}
            />
          )}
        </Read>
      </div>
    </Page>
  )
}
