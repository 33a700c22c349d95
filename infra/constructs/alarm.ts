import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { MINUTE } from '../../shared/kernel/time.ts'

type Telling = {
  /** What people notice meanwhile. */
  impact: string
  /** What is wrong, where to look and what to do. */
  advice: string
  /** The operator's SNS topic. */
  topicArn: string | undefined
}

export type AlarmOptions = Telling & { metric: IMetric; threshold: number }

type Judging = Pick<AlarmProps, 'comparisonOperator' | 'treatMissingData'>

const telling = (scope: Construct, id: string, options: AlarmOptions, judging: Judging): Alarm => {
  const alarm = new Alarm(scope, id, {
    ...judging,
    metric: options.metric,
    alarmDescription: `Impact: ${options.impact}. ${options.advice}`,
    threshold: options.threshold,
    evaluationPeriods: 1,
  })
  if (options.topicArn) alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(alarm, 'Topic', options.topicArn)))
  return alarm
}

/** An alarm that says in its text why it matters. Silence is healthy: nothing to do is not a fault. */
export const impactAlarm = (scope: Construct, id: string, options: AlarmOptions): Alarm =>
  telling(scope, id, options, {
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })

/** An alarm on what must happen in every period of the metric: AWS publishes nothing of what never happens. */
export const silenceAlarm = (scope: Construct, id: string, options: Omit<AlarmOptions, 'threshold'>): Alarm =>
  telling(
    scope,
    id,
    { ...options, threshold: 1 },
    {
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    },
  )

/** Long enough for a job that fails to have been repeated a few times, by its queue and by the sweep. */
const WINDOW_MINUTES = 15

/** The period of metrics that are set against each other. */
export const WINDOW = Duration.millis(WINDOW_MINUTES * MINUTE)

/** So many in a hundred are more than bad luck, however many ask. */
const PERCENT = 1

export type RateOptions = Telling & {
  /** What failed, and of how many; sums over WINDOW. */
  failed: IMetric
  all: IMetric
  /** What they are, in the plural: `requests`. */
  counted: string
  /** Fewer are not worth a call at night, whatever share they are. */
  least: number
}

/**
 * An alarm on a rate: at least `least` failed in fifteen minutes, and at least one in a hundred of all. What a single caller can make
 * fail does not ring while everybody else is served, and what fails always does, however few ask for it.
 */
export const rateAlarm = (scope: Construct, id: string, options: RateOptions): Alarm => {
  const { failed, all, counted, least, advice, ...telling } = options
  return impactAlarm(scope, id, {
    ...telling,
    metric: new MathExpression({
      expression: `IF(failed >= ${least}, 100 * failed / all, 0)`,
      usingMetrics: { failed, all },
      label: `% of ${counted}`,
      period: WINDOW,
    }),
    threshold: PERCENT,
    advice: `At least ${least} and ${PERCENT}% of all ${counted} in ${WINDOW_MINUTES} minutes: ${advice}`,
  })
}
