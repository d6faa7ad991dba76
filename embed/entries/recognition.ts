import '../install-default.js';
import '../../components/recognition/recognition.define.js';
import { checkBeside } from '../verify-page.js';

checkBeside(import.meta.url);
