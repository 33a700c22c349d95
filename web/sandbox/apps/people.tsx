import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status, Tag } from '../../shared/controls/status.tsx'
import { phoneGroups } from '../../shared/shown/digits.ts'
import { useFailure } from '../failure.ts'
import type { Handset } from '../handset.ts'
import { useTexts } from '../language.ts'
import { type Outcome, outcomes, outcomeTexts } from '../outcomes.ts'
import type { Person } from '../sandbox.ts'
import { phoneTexts } from '../texts.ts'
import { Copy } from './copy.tsx'

/** Of each outcome, before more is asked for. */
const FEW = 3

type OneProps = { one: Person; isHolder: boolean; onUse: () => void }

const One = ({ one, isHolder, onUse }: OneProps) => {
  const texts = useTexts(phoneTexts)
  const { name, idNumber, phone, note } = one
  return (
    <li className="tight">
      <div className="row apart">
        <span>
          <b lang="zh-CN">{name}</b> {isHolder && <Tag tone="good">{texts.chosen}</Tag>}
        </span>
        <Button label={`${texts.fill} ${name}`} onPress={onUse}>
          {texts.fill}
        </Button>
      </div>
      <p className="quiet" lang="zh-CN">
        {note}
      </p>
      {isHolder && (
        <dl className="facts">
          {[
            [texts.nameOf, name, name],
            [texts.idNumberOf, idNumber, idNumber],
            [texts.phoneOf, phoneGroups(phone), phone],
          ].map(([what = '', shown, text = '']) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd className="row">
                <span className="number">{shown}</span>
                <Copy text={text} label={texts.copyOf(what)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

type GroupProps = {
  outcome: Outcome
  people: readonly Person[]
  holder: Person | undefined
  onUse: (one: Person) => void
}

const Group = ({ outcome, people, holder, onUse }: GroupProps) => {
  const texts = useTexts(phoneTexts)
  const names = useTexts(outcomeTexts)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? people : people.slice(0, FEW)
  return (
    <details className="phone-group" open={outcome === 'match'}>
      <summary>
        <b>{names[outcome]}</b>
        <span className="quiet">{names[`${outcome}More`]}</span>
      </summary>
      <ul className="list">
        {shown.map((one) => (
          <One key={one.phone} one={one} isHolder={one === holder} onUse={() => onUse(one)} />
        ))}
      </ul>
      {people.length > shown.length && (
        <Button kind="plain" onPress={() => setWhole(true)}>
          {texts.showMore(people.length - shown.length)}
        </Button>
      )}
    </details>
  )
}

/** Test people by what comes out; whoever is chosen holds the phone, and the page is filled in for them. */
export const People = ({ handset }: { handset: Handset }) => {
  const texts = useTexts(phoneTexts)
  const failure = useFailure()
  const [told, setTold] = useState('')
  const {
    peopleRead: { known },
    person,
  } = handset
  if (known.is === 'failed') return <p role="alert">{failure(known.error)}</p>
  const all = known.is === 'ok' ? known.value : []
  return (
    <>
      <p>{texts.peopleMore}</p>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {outcomes.map((outcome) => (
        <Group
          key={outcome}
          outcome={outcome}
          people={all.filter((one) => one.outcome === outcome)}
          holder={person}
          onUse={(one) => setTold(handset.give(one) ? texts.filled : texts.nothingToFill)}
        />
      ))}
    </>
  )
}
