import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { failureText } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { useMay } from '../session/use-session.ts'
import { caseAddress, type Queue } from './queue.ts'
import { queueTexts } from './texts.ts'

type TakeFirstProps<Row> = { of: Queue<Row>; take: () => Promise<Row | undefined> }

/** From a list to its most urgent case, which is taken with that, where work is taken before it is done. */
export const TakeFirst = <Row,>({ of: queue, take }: TakeFirstProps<Row>) => {
  const language = useLanguage()
  const texts = useTexts(queueTexts)
  const may = useMay()
  const [isNone, setNone] = useState(false)
  if (!may(queue.work)) return null
  const press = async (): Promise<void> => {
    try {
      const row = await take()
      if (row) router().go(caseAddress(queue, row))
      else setNone(true)
    } catch (error) {
      say({ tone: 'warn', text: failureText(error, language) })
    }
  }
  return (
    <div className="row">
      <span data-key="next">
        <Button kind="main" onPress={press}>
          {texts.takeFirst}
        </Button>
      </span>
      <Status>{isNone && <p className="quiet">{texts.last}</p>}</Status>
    </div>
  )
}
