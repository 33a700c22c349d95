import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Filters } from '../lists/filters.tsx'
import { List } from '../lists/list.tsx'
import { caseAddress, type Queue } from './queue.ts'
import { TakeFirst } from './take-first.tsx'
import { queueTexts } from './texts.ts'

/** The list of a queue, with its filters in the address. */
export const QueuePage = <Row,>({ of: queue, query }: { of: Queue<Row>; query: URLSearchParams }) => {
  const language = useLanguage()
  const texts = useTexts(queueTexts)
  const { name, lead, empty } = queue.texts[language]
  const filters = queue.filters?.(language) ?? []
  const isFiltered = filters.some((filter) => query.has(filter.name))
  return (
    <Page title={name} lead={lead} wide>
      <div className="stack below">
        {queue.takeNext && !isFiltered && <TakeFirst of={queue} take={queue.takeNext} />}
        <Filters path={queue.path} query={query} filters={filters} />
        <List
          name={`queue ${queue.name}`}
          path={queue.path}
          query={query}
          list={queue.list}
          columns={queue.columns(language, query)}
          keyOf={queue.keyOf}
          to={(row) => caseAddress(queue, row, query)}
          caption={name}
          empty={isFiltered ? texts.noneSo : empty}
        />
      </div>
    </Page>
  )
}
