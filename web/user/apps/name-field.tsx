import { useState } from 'react'
import type { AppNameCheck } from 'shiming-client'
import { displayUnits, readAppName } from '../../../functions/certification/naming/app-name.ts'
import { Button } from '../../shared/controls/button.tsx'
import { TextField, type Typed } from '../../shared/controls/field.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { failureText } from '../../shared/state/failure.ts'
import type { NameRules } from './app.ts'
import { NameFindings } from './name-findings.tsx'
import { appTexts } from './texts.ts'

type NameFieldProps = Typed & {
  id: string
  label: string
  error: string | undefined
  rules: NameRules
  found: AppNameCheck | undefined
  look: (name: string) => Promise<AppNameCheck>
}

/** The name of an app: how long it is while it is typed, and at a press everything about it, for nothing. */
export const NameField = ({ rules, found, look, ...field }: NameFieldProps) => {
  const language = useLanguage()
  const texts = useTexts(appTexts)
  const [failed, setFailed] = useState<string>()
  const press = async (): Promise<void> => {
    setFailed(undefined)
    try {
      await look(field.value)
    } catch (error) {
      setFailed(failureText(error, language))
    }
  }
  return (
    <div className="tight">
      <TextField
        {...field}
        hint={texts.nameHint(rules.leastUnits, rules.mostUnits)}
        maxLength={100}
        below={
          <div className="row apart">
            <p className="quiet number">
              <span className="only-heard">{texts.unitsHeard}</span>
              {texts.units(displayUnits(readAppName(field.value)), rules.mostUnits)}
            </p>
            <Button kind="plain" unavailable={field.value.trim() === ''} onPress={press}>
              {texts.check}
            </Button>
          </div>
        }
      />
      <Status>{found && <NameFindings of={found} onTake={field.onType} />}</Status>
      {failed !== undefined && <p role="alert">{failed}</p>}
    </div>
  )
}
