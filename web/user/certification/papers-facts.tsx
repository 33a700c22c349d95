import type { Application } from 'shiming-client'
import { paperNames } from '../../../functions/certification/papers/words.ts'
import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Until } from '../until.tsx'
import { certificationTexts } from './texts.ts'

/** W4 until when each paper of an application counts; nothing where none runs out. */
export const PapersFacts = ({ of: { papers } }: { of: Pick<Application, 'papers'> }) => {
  const language = useLanguage()
  const texts = useTexts(certificationTexts)
  if (papers.length === 0) return null
  return (
    <dl className="facts">
      {papers.map(({ kind, until, over }) => (
        <div key={kind}>
          <dt>{texts.paperUntil(paperNames[kind][language])}</dt>
          <dd>
            {until === null ? texts.paperOpen : <Until at={until} />}{' '}
            {over && <Tag tone="danger">{texts.paperOver}</Tag>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
