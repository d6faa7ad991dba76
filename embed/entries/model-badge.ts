import '../install-default.js';
import '../../components/model-badge/model-badge.define.js';
import { checkBeside } from '../verify-page.js';

checkBeside(import.meta.url);
