import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export type AlarmOptions = {
  metric: IMetric
  /** What people notice meanwhile. */
  impact: string
  /** What is wrong and where to look. */
  advice: string
  threshold: number
  /** The operator's SNS topic. */
  topicArn: string | undefined
}

/** An alarm that says in its text why it matters. Silence is healthy: nothing to do is not a fault. */
export const impactAlarm = (scope: Construct, id: string, options: AlarmOptions): Alarm => {
  const alarm = new Alarm(scope, id, {
    metric: options.metric,
    alarmDescription: `Impact: ${options.impact}. ${options.advice}`,
    threshold: options.threshold,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
  if (options.topicArn) alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(alarm, 'Topic', options.topicArn)))
  return alarm
}
