import { warmDefaultClient } from '../default-client.js';
import '../install.js';
import '../../components/assessment-form/assessment-form.define.js';

warmDefaultClient();
