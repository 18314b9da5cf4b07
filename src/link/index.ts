export {
  decodeFamilyLink,
  encodeFamilyLink,
  type DecodedFamilyLink,
  type FamilyLink,
  type FamilyLinkProblem,
} from './family-link';
