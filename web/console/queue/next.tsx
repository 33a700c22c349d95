import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { failureText } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { queues } from '../queues.ts'
import { queueTexts } from './texts.ts'

/**
 * From one case of a queue to the next, and back to the list. `current`: its key in the queue. Stands only where the address says of
 * which queue the case is, and both keep what its list was filtered by. After a deed the focus comes here.
 */
export const Next = ({ query, current }: { query: URLSearchParams; current: string }) => {
  const language = useLanguage()
  const texts = useTexts(queueTexts)
  const [lastOne, setLastOne] = useState<string>()
  const isLast = lastOne === current
  const queue = queues.find(({ name }) => name === query.get('queue'))
  if (!queue) return null
  const list = String(queue.filtered(query))
  const goOn = async (): Promise<void> => {
    try {
      const to = await queue.next(current, language, query)
      if (to === undefined) setLastOne(current)
      else router().go(to)
    } catch (error) {
      say({ tone: 'warn', text: failureText(error, language) })
    }
  }
  return (
    <nav className="row next" aria-label={texts.queue(queue.texts[language].name)}>
      <Link to={list === '' ? queue.path : `${queue.path}?${list}`} className="button button-plain">
        {texts.back(queue.texts[language].name)}
      </Link>
      <span data-key="next" data-after-deed>
        <Button onPress={goOn}>{texts.next}</Button>
      </span>
      <span role="status">{isLast && <span className="quiet">{texts.last}</span>}</span>
    </nav>
  )
}
