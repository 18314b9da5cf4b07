export * from './guide';
export { compileGuide, type CompileOptions } from './compile';
export { chalkOf } from './accent';
export { compileLibrary, filesOfRegions } from './library';
export { guidesOfRegion } from './route';
export { applies, deserializeCondition, serializeCondition } from './condition';
export { describeCondition, describedConditions } from './describe-condition';
export { phoneUrl, plainText } from './inline';
export { factsOf, stepsOf } from './walk';
export { guideFor } from './situation';
export { svgSize } from './svg-size';
export {
  findMemoGuide,
  guidesOfAllRegions,
  memoGuideFor,
  memoGuides,
  usesInviteCodes,
  type MemoGuide,
} from './memo-choice';
