import '../install.js';
import '../../components/report/report.define.js';
