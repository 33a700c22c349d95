import { doers } from '../../functions/audit/deed.ts'
import { enrolUrl } from '../../functions/operators/enrolment/enrolment.ts'
import { createRescue } from '../../functions/operators/managing/create-invitation.ts'
import type { PersonRole } from '../../functions/operators/rights.ts'
import { operatorSettings } from '../../functions/operators/settings.ts'
import { atPlace, type Place } from './place.ts'

/** The link as it is by default; settings of a stage are known to its functions alone. */
const settings = { operators: { linkMs: operatorSettings.operators.linkMs.byDefault } }

/** In whose name an invitation is written down that nobody on the console made. */
const COMMAND_LINE = doers.service('command-line')

/**
 * Invites a person (a name of the form of `isOperatorName`), or lets one of that name begin anew, whatever they were before. Answers the
 * address of the link, and until when it is good (epoch ms).
 */
export const invite = async (
  place: Place,
  of: { name: string; role: PersonRole; reason: string },
): Promise<{ link: string; until: number }> => {
  const made = await createRescue({ ...atPlace(place), settings }, COMMAND_LINE, of)
  if (!made.ok) throw new Error(`others changed this operator at the same time: ${made.refusal.code}`)
  const { person, token } = made.value
  return { link: enrolUrl(place.publicUrl, token), until: person.linkUntil ?? 0 }
}
