import type { ReactNode } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { useLanguage } from '../../../shared/language.ts'
import { papersTexts } from '../texts.ts'
import type { Viewing } from './use-view.ts'

const Keyed = ({ by, children }: { by: string; children: ReactNode }) => <span data-key={by}>{children}</span>

const percent = (scale: number): string => `${Math.round(scale * 100)}%`

/** What changes how the picture is shown. */
export const Tools = ({ of }: { of: Viewing }) => {
  const texts = papersTexts[useLanguage()]
  const isNot = !of.isReady
  return (
    <fieldset className="row tools">
      <legend className="only-heard">{texts.tools}</legend>
      <Keyed by="further">
        <Button label={texts.further} unavailable={isNot || of.isFitted} onPress={() => of.further()}>
          −
        </Button>
      </Keyed>
      <span className="number tools-scale">{isNot ? '–' : percent(of.scale)}</span>
      <Keyed by="closer">
        <Button label={texts.closer} unavailable={isNot} onPress={() => of.closer()}>
          +
        </Button>
      </Keyed>
      <Keyed by="fit">
        <Button unavailable={isNot} onPress={of.fit}>
          {texts.fit}
        </Button>
      </Keyed>
      <Button label={texts.wholeMore} unavailable={isNot} onPress={of.whole}>
        {texts.whole}
      </Button>
      <Keyed by="turn">
        <Button unavailable={isNot} onPress={of.turnOn}>
          {texts.turn}
        </Button>
      </Keyed>
    </fieldset>
  )
}

type StepsProps = { at: number; count: number; onGo: (to: number) => void }

/** From one picture to the next, and back. */
export const Steps = ({ at, count, onGo }: StepsProps) => {
  const texts = papersTexts[useLanguage()]
  return (
    <div className="row tools">
      <Keyed by="picture-before">
        <Button unavailable={at === 0} onPress={() => onGo(at - 1)}>
          {texts.before}
        </Button>
      </Keyed>
      <span className="number">{texts.pictureOf(at + 1, count)}</span>
      <Keyed by="picture-after">
        <Button unavailable={at === count - 1} onPress={() => onGo(at + 1)}>
          {texts.after}
        </Button>
      </Keyed>
    </div>
  )
}
