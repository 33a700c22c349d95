import { beijingDay, DAY } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { serviceClock } from '../../shared/shown/clock.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { dayIn } from '../lists/address.ts'
import { Days } from '../lists/days.tsx'
import { Filters } from '../lists/filters.tsx'
import { service, useResource } from '../service.ts'
import { vendorWords } from '../vendors/texts.ts'
import { wordIn } from '../words/word.ts'
import { ImportCard } from './import-card.tsx'
import { StatementDifferences, StatementFacts } from './statement-parts.tsx'
import { statementTexts } from './texts.ts'

const PATH = '/console/statements'

/** Vendors of identity checks are charged by the call; those of faces, companies and licences have no statement of this form. */
const isCharged = (vendor: string): boolean => !/^(face|company|licence)_/u.test(vendor)

const DayOfVendor = ({ vendor, day }: { vendor: string; day: string }) => {
  const texts = useTexts(statementTexts)
  const statement = useResource(`statement ${vendor} ${day}`, (signal) =>
    service()
      .operator.statements.get(vendor, day, { signal })
      .catch((error) => {
        if (isProblem(error, 'not_found')) return undefined
        throw error
      }),
  )
  return (
    <>
      <Read of={statement}>
        {(of) =>
          of === undefined ? (
            <p className="card empty">{texts.notImported}</p>
          ) : (
            <>
              <StatementFacts of={of} />
              <StatementDifferences of={of} />
            </>
          )
        }
      </Read>
      <ImportCard key={`${vendor} ${day}`} vendor={vendor} day={day} onDone={statement.read} />
    </>
  )
}

/** What a vendor charged for a day, held against our calls; and where it is imported. */
export const StatementsPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(statementTexts)
  const day = dayIn(query, 'day') ?? beijingDay(serviceClock.now() - DAY)
  const vendors = useResource('vendors', (signal) => service().operator.vendors.get({ signal }))
  return (
    <Page title={texts.title} lead={texts.lead} wide>
      <div className="stack below">
        <Days path={PATH} query={query} days={[{ name: 'day', label: texts.day, value: day }]} />
        <Read of={vendors}>
          {({ vendors: all }) => {
            const names = all.map(({ vendor }) => vendor).filter(isCharged)
            const options = names.map((value) => ({ value, text: wordIn(vendorWords, value, language) }))
            const vendor = names.find((one) => one === query.get('vendor')) ?? names[0]
            return (
              <div className="stack">
                <Filters path={PATH} query={query} filters={[{ name: 'vendor', label: texts.vendor, options }]} />
                {vendor !== undefined && <DayOfVendor vendor={vendor} day={day} />}
              </div>
            )
          }}
        </Read>
      </div>
    </Page>
  )
}
