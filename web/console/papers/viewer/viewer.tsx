import { useState } from 'react'
import { pictureNames } from '../../../../functions/verification/papers/words.ts'
import { Status, Tag } from '../../../shared/controls/status.tsx'
import { useLanguage } from '../../../shared/language.ts'
import type { Picture } from '../papers.ts'
import { papersTexts } from '../texts.ts'
import { Stage } from './stage.tsx'
import { Thumbs } from './thumbs.tsx'
import { Steps, Tools } from './tools.tsx'
import { useView } from './use-view.ts'

type ViewerProps = {
  of: readonly Picture[]
  /** Those that were there when the case was opened or returned last, by their ids; others were added since. */
  atFirst: readonly string[]
  onAgain: (id: string) => Promise<void>
}

const Shown = ({ of, first, atFirst, onAgain }: ViewerProps & { first: Picture }) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const [at, setAt] = useState(0)
  const picture = of[at] ?? first
  const viewing = useView(picture.id)
  const names = of.map(({ state }, nth) =>
    state.is === 'shown' ? pictureNames[state.kind].name[language] : texts.picture(nth + 1),
  )
  const name = names[at] ?? ''
  const added = of.flatMap(({ id }) => (atFirst.includes(id) ? [] : [id]))
  return (
    <section className="viewer" aria-label={texts.viewer}>
      <div className="row apart">
        <Steps at={at} count={of.length} onGo={setAt} />
        <Tools of={viewing} />
      </div>
      <Stage of={picture} name={name} viewing={viewing} onAgain={() => onAgain(picture.id)} />
      <div className="row apart">
        <Status>
          <p className="viewer-name">
            {name} {added.includes(picture.id) && <Tag>{texts.added}</Tag>}
          </p>
        </Status>
        <Thumbs of={of} names={names} added={added} at={at} onGo={setAt} />
      </div>
    </section>
  )
}

/** Pictures of papers, one large at a time: zoomed, turned and moved by the keyboard or the mouse, each as it was left. */
export const Viewer = (props: ViewerProps) => {
  const texts = papersTexts[useLanguage()]
  const [first] = props.of
  return first ? <Shown {...props} first={first} /> : <p className="quiet">{texts.none}</p>
}
